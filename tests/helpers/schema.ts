import { createSchema } from '../../server/graphql/schema.ts';
import { loadApiFeatures } from '../../server/importers/features.ts';

export const apiFeatures = await loadApiFeatures();

/** The schema that a server has. */
export const schema = createSchema(apiFeatures);
