import { useTranslate } from 'react-admin';
import { isRecord, jsonText } from '../../api/json.ts';
import type { AuditEntry } from '../../api/types.ts';
import { useFormat } from '../format/useFormat.ts';
import { useImporterName } from './useImporterName.ts';
import { useSourceName } from './useSourceName.ts';

type Entry = Pick<AuditEntry, 'action' | 'detail'>;

export interface AuditTexts {
  readonly action: (entry: Entry) => string;
  /** Each "name: value"; none where there is nothing to tell. */
  readonly details: (entry: Entry) => readonly string[];
}

/** What was done, and with what, in the person's language; what no language knows as the server calls it. */
export function useAuditTexts(): AuditTexts {
  const translate = useTranslate();
  const value = useDetailValue();
  return {
    action: ({ action }) => translate(`sluice.audit_actions.${action}`, { _: action }),
    details: ({ detail }) =>
      Object.entries(isRecord(detail) ? detail : {})
        .filter(([, told]) => told !== null && told !== undefined)
        .map(([name, told]) => `${translate(`sluice.audit_details.${name}`, { _: name })}: ${value(name, told)}`),
  };
}

function useDetailValue(): (name: string, told: unknown) => string {
  const translate = useTranslate();
  const format = useFormat();
  const importerName = useImporterName();
  const sourceName = useSourceName();
  return (name, told) => {
    if (typeof told === 'number') return name === 'maxErrorRate' ? format.share(told) : format.count(told);
    if (typeof told !== 'string') return jsonText(told);
    switch (name) {
      case 'importer':
        return importerName(told, null);
      case 'source':
        return sourceName(told);
      case 'expiresAt':
        return format.time(told);
      // Before and after are two names of a project, or two roles of a member.
      default:
        return translate(`sluice.roles.${told}.name`, { _: told });
    }
  };
}
