import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  getOperationAST,
  Kind,
  type ParseOptions,
  parse,
  type Source,
  type ValidationContext,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { DOCUMENT_LIMITS } from '../graphql/complexity.ts';
import { MAX_ALIASES, MAX_DIRECTIVES, MAX_TOKENS } from './limits.ts';

/**
 * Refuses documents that would cost more than any client of good will asks for, whatever transport they come by: by
 * their tokens before they are parsed, by aliases and directives with the validation, and by what the operation may
 * give once its variables are known. Each refusal has the code DOCUMENT_TOO_COMPLEX and the limit.
 */
export function documentLimits(): Plugin {
  return {
    onParse: ({ setParseFn }) => setParseFn(parseWithin),
    onValidate({ addValidationRule }) {
      // What armor reports has no code of its own.
      const own = { propagateOnRejection: false };
      addValidationRule(maxAliasesRule({ ...own, n: MAX_ALIASES, onReject: [refuse('aliases', MAX_ALIASES)] }));
      addValidationRule(
        maxDirectivesRule({ ...own, n: MAX_DIRECTIVES, onReject: [refuse('directives', MAX_DIRECTIVES)] }),
      );
    },
    onExecute({ args, setResultAndStopExecution }) {
      const error = tooMuch(args);
      if (error) setResultAndStopExecution({ errors: [error] });
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const error = tooMuch(args);
      if (error) setResultAndStopExecution({ errors: [error] });
    },
  };
}

function parseWithin(source: string | Source, options?: ParseOptions): DocumentNode {
  try {
    return parse(source, { ...options, maxTokens: MAX_TOKENS });
  } catch (error) {
    if (!(error instanceof GraphQLError) || !/tokens\. Parsing aborted/.test(error.message)) throw error;
    throw refusal('tokens', MAX_TOKENS, ' Send rows and other values as variables.');
  }
}

type Armor = (context: ValidationContext | null, error: GraphQLError) => void;

function refuse(what: string, limit: number): Armor {
  return (context) => context?.reportError(refusal(what, limit));
}

/** Null for an operation within the limits. Invalid variables are reported as such. */
function tooMuch({ schema, document, operationName, variableValues }: ExecutionArgs): GraphQLError | null {
  const operation = getOperationAST(document, operationName);
  // Which of several operations is meant is for the execution to complain of.
  if (!operation) return null;
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const asked: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] };
  try {
    const found = complexityFromQuery(asked, { schema, variables: variableValues ?? {} });
    if (found.depth > DOCUMENT_LIMITS.depth) return refusal('levels', DOCUMENT_LIMITS.depth);
    if (found.breadth > DOCUMENT_LIMITS.breadth) return refusal('fields', DOCUMENT_LIMITS.breadth);
    if (found.complexity <= DOCUMENT_LIMITS.complexity) return null;
    const advice = ' Ask for smaller pages (`first`), or for less of each entry.';
    return refusal('fields in its answer', DOCUMENT_LIMITS.complexity, advice);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const extensions = { ...error.extensions, code: 'BAD_USER_INPUT', http: { spec: true, status: 400 } };
    return new GraphQLError(error.message, { nodes: error.nodes ?? null, originalError: error, extensions });
  }
}

function refusal(what: string, limit: number, advice = ''): GraphQLError {
  return new GraphQLError(`An operation may have at most ${limit} ${what}.${advice}`, {
    extensions: { code: 'DOCUMENT_TOO_COMPLEX', limit, http: { spec: true, status: 400 } },
  });
}
