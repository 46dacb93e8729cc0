import { apiHook } from '../apiHook.ts';
import { taxonomyApi } from './api.ts';

export const useTaxonomyApi = apiHook(taxonomyApi);
