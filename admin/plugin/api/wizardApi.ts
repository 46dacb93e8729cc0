import {
  DeleteMappingDocument,
  InspectSourceDocument,
  type InspectSourceInput,
  PreviewMappingDocument,
  type PreviewMappingInput,
  SavedMappingsDocument,
  SaveMappingDocument,
  type SaveMappingInput,
} from '../../gql/generated/graphql.ts';
import { refuse } from './answers.ts';
import type { GraphqlClient } from './client.ts';
import type { MappedRow, SavedMapping, SourceInspection } from './types.ts';

/** What the steps of a new import ask. All throw SluiceError. */
export interface WizardApi {
  inspectSource(input: InspectSourceInput, signal?: AbortSignal): Promise<SourceInspection>;
  /** What the fields of some rows become by a mapping. */
  previewMapping(input: PreviewMappingInput, signal?: AbortSignal): Promise<readonly MappedRow[]>;
  savedMappings(projectId: string, importer: string): Promise<readonly SavedMapping[]>;
  saveMapping(input: SaveMappingInput): Promise<SavedMapping>;
  deleteMapping(id: string): Promise<void>;
  /** A file of the server's, such as a template, with the credentials of every other question. */
  download(url: string): Promise<Blob>;
}

export function wizardApi(client: GraphqlClient): WizardApi {
  return {
    async inspectSource(input, signal) {
      const { inspectSource: result } = await client.request(InspectSourceDocument, { input }, signal);
      return result.__typename === 'InspectSourceSuccess' ? result.data : refuse(result);
    },
    async previewMapping(input, signal) {
      const { previewMapping: result } = await client.request(PreviewMappingDocument, { input }, signal);
      return result.__typename === 'PreviewMappingSuccess' ? result.data : refuse(result);
    },
    savedMappings: async (projectId, importer) =>
      (await client.request(SavedMappingsDocument, { projectId, importer })).savedMappings,
    async saveMapping(input) {
      const { saveMapping: result } = await client.request(SaveMappingDocument, { input });
      return result.__typename === 'SaveMappingSuccess' ? result.data : refuse(result);
    },
    async deleteMapping(id) {
      const { deleteMapping: result } = await client.request(DeleteMappingDocument, { id });
      if (result.__typename !== 'DeleteMappingSuccess') refuse(result);
    },
    download: client.download,
  };
}
