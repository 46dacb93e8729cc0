import { defineImporter } from '../../server/sdk/index.ts';
import { people } from './people.ts';

/** People, one of whom ends or freezes the process, as FATAL_DEED says. For SLUICE_IMPORTERS of a real process. */
export const fatal = defineImporter({
  ...people,
  name: 'fatal',
  label: 'Fatal people',
  merge(current, person, policy, options) {
    if (person.firstName === 'Fatal') doDeed();
    return people.merge(current, person, policy, options);
  },
});

function doDeed(): void {
  if (process.env.FATAL_DEED === 'kill') process.kill(process.pid, 'SIGKILL');
  // Like an endless loop, but for the processor's time.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}
