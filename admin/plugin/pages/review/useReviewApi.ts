import { reviewApi } from '../../api/reviewApi.ts';
import { apiHook } from '../../importers/apiHook.ts';

export const useReviewApi = apiHook(reviewApi);
