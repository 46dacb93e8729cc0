import {
  type ExecutionArgs,
  type GraphQLError,
  GraphQLID,
  type GraphQLInputType,
  GraphQLString,
  getNullableType,
  getOperationAST,
  isInputObjectType,
  isInputType,
  isListType,
  type StringValueNode,
  typeFromAST,
  type ValidationContext,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { messageError } from '../graphql/errors.ts';
import { message } from '../messages/catalogue.ts';
import { isStorableText } from '../sdk/storable.ts';

/**
 * Refuses texts and ids that Postgres takes for none, before anything is asked of it: with NUL, or half a surrogate
 * pair. JSON is not looked at, since rows are kept as they came, and who takes other JSON checks it.
 */
export function storableText(): Plugin {
  return {
    onValidate({ addValidationRule }) {
      addValidationRule((context: ValidationContext) => ({
        StringValue(node: StringValueNode) {
          if (isText(context.getInputType()) && !isStorableText(node.value)) context.reportError(refusal());
        },
      }));
    },
    onExecute({ args, setResultAndStopExecution }) {
      if (hasUnstorable(args)) setResultAndStopExecution({ errors: [refusal()] });
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      if (hasUnstorable(args)) setResultAndStopExecution({ errors: [refusal()] });
    },
  };
}

function hasUnstorable({ schema, document, operationName, variableValues }: ExecutionArgs): boolean {
  const values = variableValues ?? {};
  return (getOperationAST(document, operationName)?.variableDefinitions ?? []).some(({ type, variable }) => {
    const given: unknown = values[variable.name.value];
    const known = typeFromAST(schema, type);
    return isInputType(known) && isUnstorable(known, given);
  });
}

function isUnstorable(type: GraphQLInputType, value: unknown): boolean {
  const bare = getNullableType(type);
  if (isListType(bare)) return (Array.isArray(value) ? value : [value]).some((each) => isUnstorable(bare.ofType, each));
  if (isText(bare)) return typeof value === 'string' && !isStorableText(value);
  if (!isInputObjectType(bare) || typeof value !== 'object') return false;
  const given: Readonly<Record<string, unknown>> = { ...value };
  return Object.values(bare.getFields()).some((field) => isUnstorable(field.type, given[field.name]));
}

function isText(type: GraphQLInputType | null | undefined): boolean {
  const bare = type && getNullableType(type);
  return bare === GraphQLString || bare === GraphQLID;
}

function refusal(): GraphQLError {
  return messageError(message('TEXT_OR_ID_UNSTORABLE'), {
    code: 'BAD_USER_INPUT',
    http: { spec: true, status: 400 },
  });
}
