import { type GraphQLError, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../graphql/context.ts';
import { messageError } from '../graphql/errors.ts';
import { message } from '../messages/catalogue.ts';
import { MAX_SUBSCRIPTION_CHARS } from './limits.ts';

/**
 * What a client sends with a subscription stays in memory as long as the subscription: a long message is refused, and
 * variables that its document does not declare are dropped.
 */
export function subscriptionLimits(): Plugin<Context> {
  return {
    onSubscribe({ args, setResultAndStopExecution }) {
      const { params } = args.contextValue;
      const refusal = subscriptionError(params);
      if (refusal !== null) return setResultAndStopExecution({ errors: [refusal] });
      const declared = getOperationAST(args.document, args.operationName)?.variableDefinitions ?? [];
      const names = new Set(declared.map(({ variable }) => variable.name.value));
      const variables = Object.entries(args.variableValues ?? {}).filter(([name]) => names.has(name));
      args.variableValues = Object.fromEntries(variables);
      if (params.variables) params.variables = args.variableValues;
    },
  };
}

/** Why a client's message that asks for a subscription is not taken; null where it is. */
export function subscriptionError(given: unknown): GraphQLError | null {
  if (JSON.stringify(given).length <= MAX_SUBSCRIPTION_CHARS) return null;
  return messageError(message('LONG_SUBSCRIPTION', { limit: MAX_SUBSCRIPTION_CHARS }), {
    ...{ code: 'LIMIT_EXCEEDED', limit: MAX_SUBSCRIPTION_CHARS, http: { status: 413 } },
  });
}
