import type { StartSwitch } from '../../engine/startSwitches.ts';
import type { Builder } from '../builder.ts';
import { addConnection } from './connection.ts';

/** StartSwitch and the list of them. */
export function addStartSwitch(builder: Builder) {
  const entry = builder.objectRef<StartSwitch>('StartSwitch');
  entry.implement({
    description: 'That an administrator of the server switched the starting of imports off or on.',
    fields: (t) => ({
      importer: t.exposeString('importer', { nullable: true, description: 'Of which importer; null: of all.' }),
      on: t.boolean({ description: 'Whether imports could be started from then on.', resolve: ({ isOn }) => isOn }),
      reason: t.exposeString('reason', { nullable: true, description: 'Why, as they put it.' }),
      actor: t.exposeString('actor', { description: 'Who did it.' }),
      at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    }),
  });
  return addConnection(builder, entry, 'switches of starting');
}
