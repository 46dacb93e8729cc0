import { apiHook } from '../../apiHook.ts';
import { reviewApi } from './reviewApi.ts';

export const useReviewApi = apiHook(reviewApi);
