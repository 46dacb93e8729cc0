import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { LimitExceeded } from '../engine/model/errors.ts';
import { message } from '../messages/catalogue.ts';
import type { Message } from '../messages/message.ts';

/** What is limited: starts, uploads and looks at sources by viewer, sign-ins by where they come from and by the account. */
export type LimitedAction = 'start' | 'inspect' | 'upload' | 'signInFrom' | 'signInTo';

/** How often each is allowed in a minute. */
export type RateRules = Readonly<Record<LimitedAction, number>>;

/** An account may be tried so many times as often as one address may try: nobody alone can lock its owner out. */
const TRIES_OF_ACCOUNT = 5;

export interface PerMinute {
  readonly starts: number;
  readonly inspections: number;
  readonly uploads: number;
  readonly signIns: number;
}

export function rateRules({ starts, inspections, uploads, signIns }: PerMinute): RateRules {
  return {
    start: starts,
    inspect: inspections,
    upload: uploads,
    signInFrom: signIns,
    signInTo: signIns * TRIES_OF_ACCOUNT,
  };
}

/** Limits by who asks and how often, counted over all processes. */
export interface RateLimits {
  /**
   * Counts one more of `who`. Throws LimitExceeded with RATE_LIMITED, the limit and the seconds until it is free again.
   * While the database cannot count, each process counts for itself: nobody is refused for that alone.
   */
  take(action: LimitedAction, who: string): Promise<void>;
}

const WINDOW_SECONDS = 60;

const NAMES: Readonly<Record<LimitedAction, Message>> = {
  start: message('RATE_STARTS'),
  inspect: message('RATE_INSPECTIONS'),
  upload: message('RATE_UPLOADS'),
  signInFrom: message('RATE_ADDRESS'),
  signInTo: message('RATE_ACCOUNT'),
};

/** Counts in the table rate_limit, through a pool whose owner ends it. */
export function createRateLimits(pool: Pool, rules: RateRules, log: Logger): RateLimits {
  const limiters = {
    start: limiterOf(pool, 'start', rules),
    inspect: limiterOf(pool, 'inspect', rules),
    upload: limiterOf(pool, 'upload', rules),
    signInFrom: limiterOf(pool, 'signInFrom', rules),
    signInTo: limiterOf(pool, 'signInTo', rules),
  };
  return {
    async take(action, who) {
      try {
        await limiters[action].consume(who);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
        log.info({ action, who, seconds }, 'a rate limit is reached');
        throw refusal(action, rules[action], seconds);
      }
    },
  };
}

function limiterOf(pool: Pool, action: LimitedAction, rules: RateRules): RateLimiterPostgres {
  const points = rules[action];
  const own = { keyPrefix: action, points, duration: WINDOW_SECONDS };
  return new RateLimiterPostgres({
    ...own,
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    // A migration did it.
    tableCreated: true,
    // Who goes on beyond the limit costs no statement until it is free again.
    inMemoryBlockOnConsumed: points + 1,
    insuranceLimiter: new RateLimiterMemory(own),
  });
}

function refusal(action: LimitedAction, limit: number, seconds: number): LimitExceeded {
  return new LimitExceeded(message('RATE_LIMITED', { limit, what: NAMES[action], seconds }), limit, seconds);
}
