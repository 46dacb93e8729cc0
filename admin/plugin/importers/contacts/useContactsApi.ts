import { apiHook } from '../apiHook.ts';
import { contactsApi } from './api.ts';

export const useContactsApi = apiHook(contactsApi);
