import { apiHook } from '../../apiHook.ts';
import { eventsApi } from './eventsApi.ts';

export const useEventsApi = apiHook(eventsApi);
