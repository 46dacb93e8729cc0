import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
/** Starting of imports as an administrator of the server left it, of one importer or (null) of all. */
export interface StartSwitch {
  readonly importer: string | null;
  readonly isOn: boolean;
  /** Words for those who want to start one. */
  readonly reason: string | null;
  readonly actor: string;
  readonly at: Date;
}

/** What keeps imports of an importer from being started; null when nothing does. */
export function switchOf(switches: readonly StartSwitch[], importer: string): StartSwitch | null {
  return switches.find((each) => !each.isOn && (each.importer === null || each.importer === importer)) ?? null;
}

/** Why it cannot be started, in words for a person. */
export function switchReason({ importer, actor, at, reason }: StartSwitch): Message {
  const what = importer === null ? message('SWITCH_ALL') : message('SWITCH_ONE', { name: importer });
  const params = { what, who: actor, when: at.toISOString() };
  const cause = reason ? message('SWITCHED_OFF_BECAUSE', { ...params, reason }) : message('SWITCHED_OFF', params);
  return message('STARTING_SWITCHED_OFF', { cause });
}
