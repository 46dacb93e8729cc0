import { POINTS, type Point } from './points.ts';
import type { Random } from './random.ts';
import type { Blow } from './round.ts';
import type { When } from './strike.ts';

/** Where Postgres crashes, and where a process stands still: phase, statement, side. */
const CRASHES: readonly (readonly [Point['phase'], string, When])[] = [
  ['start', 'COMMIT', 'sent'],
  ['plan', 'append COMMIT', 'sent'],
  ['process', 'provenance INSERT', 'before'],
  ['process', 'fence', 'after'],
  ['process', 'COMMIT', 'sent'],
  ['finish', 'COMMIT', 'sent'],
  ['retry', 'chunk COMMIT', 'sent'],
  ['undo', 'range COMMIT', 'sent'],
];
const FREEZES: typeof CRASHES = [
  ['plan', 'append COMMIT', 'before'],
  ['process', 'COMMIT', 'before'],
  ['process', 'COMMIT', 'after'],
];

/** A blow at every point of the list, Postgres' crashes and frozen processes among them, in an order of the seed's. */
export function allBlows(random: Random): Blow[] {
  const kills = POINTS.flatMap((point) => {
    const times = point.times ?? [random.pick(['before', 'after'])];
    return times.map((when) => blowAt(random, point, when, 'kill'));
  });
  const crashes = CRASHES.map(([phase, name, when]) => blowAt(random, pointOf(phase, name), when, 'postgres'));
  const freezes = FREEZES.map(([phase, name, when]) => blowAt(random, pointOf(phase, name), when, 'freeze'));
  return random.shuffle([...kills, ...crashes, ...freezes]);
}

/** One of each phase that keeps much of its own, and a crash of Postgres. */
export function fewBlows(random: Random): Blow[] {
  return [
    blowAt(random, pointOf('process', 'COMMIT'), 'sent', 'kill'),
    blowAt(random, pointOf('plan', 'chunk INSERT'), 'after', 'kill'),
    blowAt(random, pointOf('retry', 'failed_row UPDATE'), 'after', 'kill'),
    blowAt(random, pointOf('process', 'fence'), 'after', 'postgres'),
  ];
}

function blowAt(random: Random, point: Point, when: When, kind: Blow['kind']): Blow {
  const count = 1 + random.below(point.upTo ?? 1);
  return { point, when, count, kind, revive: random.pick(['at once', 'later']) };
}

function pointOf(phase: Point['phase'], name: string): Point {
  const point = POINTS.find((one) => one.phase === phase && one.name === name);
  if (!point) throw new Error(`There is no point "${phase}: ${name}".`);
  return point;
}
