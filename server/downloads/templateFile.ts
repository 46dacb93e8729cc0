import type { AnyImporter } from '../sdk/importer.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv.ts';

/** A file to fill in: a header that the importer maps by itself, and no row. */
export function templateFile(importer: AnyImporter): string {
  const labels = Object.values<{ readonly label: string }>(importer.fields).map(({ label }) => label);
  return BYTE_ORDER_MARK + csvLine(labels);
}
