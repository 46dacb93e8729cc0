import { z } from 'zod';
import { message } from '../../messages/catalogue.ts';
import { code, readInput } from '../../messages/zodIssues.ts';
import type { AnyImporter } from '../../sdk/importer.ts';
import { isObject, type Json, type JsonObject } from '../../sdk/json.ts';
import { isStorable } from '../../sdk/storable.ts';
import type { InputIssue } from './errors.ts';

const rate = (usual: number, what: string) =>
  z
    .number()
    .min(0, code('SHARE'))
    .max(1, code('SHARE'))
    .default(usual)
    .describe(`The least share of rows, 0 to 1, that must ${what}.`);

/** From which rates on an import is good enough to go on. */
export const thresholds = z.strictObject({
  minSuccessRate: rate(0.85, 'have a good outcome'),
  minValidationRate: rate(0.95, 'have nothing wrong in themselves'),
  minEntityResolutionRate: rate(0.9, 'refer to known entities, such as venues, where the importer has any'),
});

export type Thresholds = z.output<typeof thresholds>;

/** What every importer takes beside its own options. */
const common = z.object({
  assessment: thresholds
    .optional()
    .describe('Thresholds of the assessment that a dry run and a finished import come with.'),
});

export type OptionsResult = { readonly options: JsonObject } | { readonly issues: readonly InputIssue[] };

/** The options of an import with defaults filled in, as they are kept, or all that is wrong with them. */
export function parseOptions(importer: AnyImporter, given: Json): OptionsResult {
  if (!isStorable(given)) return { issues: [{ path: [], message: message('TEXT_UNSTORABLE') }] };
  const { assessment, ...own } = isObject(given) ? given : {};
  const parsed = readInput<unknown>(importer.options, isObject(given) ? own : given);
  const shared = readInput(common, assessment === undefined ? {} : { assessment });
  if (parsed.issues || shared.issues) return { issues: [...(parsed.issues ?? []), ...(shared.issues ?? [])] };
  return { options: { ...asJson(parsed.data), ...asJson(shared.data) } };
}

/** JSON Schema of all options that an import by this importer takes. */
export function optionsSchema(importer: AnyImporter): unknown {
  const own = z.toJSONSchema(importer.options, { io: 'input' });
  const shared = z.toJSONSchema(common, { io: 'input' });
  return { ...own, properties: { ...own.properties, ...shared.properties } };
}

/** Those of an import's options, or what is usual. */
export function thresholdsOf(options: JsonObject): Thresholds {
  return thresholds.parse(options.assessment ?? {});
}

/** As it is kept: without what is undefined. */
function asJson(value: unknown): JsonObject {
  return z.record(z.string(), z.json()).parse(JSON.parse(JSON.stringify(value)));
}
