import { messageText } from '../messages/catalogue.ts';
import type { Builder } from './builder.ts';

/** Error and the types that implement it. */
export function addErrors(builder: Builder): void {
  builder.interfaceType('Error', {
    description: 'Why an operation failed.',
    fields: (t) => ({
      message: t.exposeString('message', { description: 'An English message: what is wrong and what to do.' }),
      code: t.exposeString('code', { description: 'A stable code for programs.' }),
      params: t.field({ type: 'JSON', description: 'What the sentence of this code names.', resolve: (e) => e.params }),
    }),
  });
  builder.objectType('InputIssue', {
    description: 'One thing that is wrong with the input.',
    fields: (t) => ({
      path: t.stringList({
        description: 'The path to the field, starting at the input.',
        resolve: (issue) => [...issue.path],
      }),
      code: t.string({ description: 'Stable, for a program.', resolve: ({ message }) => message.code }),
      params: t.field({
        type: 'JSON',
        description: 'What the sentence of this code names.',
        resolve: ({ message }) => message.params ?? {},
      }),
      message: t.string({
        description: 'What is wrong with the field.',
        resolve: ({ message }) => messageText(message),
      }),
    }),
  });
  builder.objectType('InvalidInputError', {
    description: 'A field of the input is invalid. `issues` says which field and why.',
    interfaces: ['Error'],
    fields: (t) => ({
      issues: t.field({ type: ['InputIssue'], description: 'All problems.', resolve: (error) => error.issues }),
    }),
  });
  builder.objectType('NotFoundError', {
    description: 'There is no object with this id, or the viewer cannot see it.',
    interfaces: ['Error'],
  });
  builder.objectType('ForbiddenError', {
    description: "The viewer's role in the project does not allow this.",
    interfaces: ['Error'],
  });
  builder.objectType('ConflictError', {
    description: "The import's status does not allow this action, or an idempotency key was used with other input.",
    interfaces: ['Error'],
  });
  builder.objectType('LimitExceededError', {
    description: 'A documented limit was reached: rows, bytes, chunk size, concurrent imports or requests per minute.',
    interfaces: ['Error'],
    fields: (t) => ({
      limit: t.exposeInt('limit', { nullable: true, description: 'The limit, in the unit that the message names.' }),
      retryAfterSeconds: t.exposeInt('retryAfterSeconds', {
        nullable: true,
        description: 'The time at which to try again, if waiting helps.',
      }),
    }),
  });
}

/** Message: a sentence of the server. */
export function addMessage(builder: Builder): void {
  builder.objectType('Message', {
    description:
      'A sentence of the server. `code` and `params` are what a client translates by the catalogue; `text` is the English.',
    fields: (t) => ({
      code: t.exposeString('code', { description: 'Stable, for a program: one sentence of the catalogue.' }),
      params: t.field({
        type: 'JSON',
        description: 'What the sentence names, by name: texts, numbers, lists of texts, and further messages.',
        resolve: ({ params }) => params ?? {},
      }),
      text: t.string({ description: 'The sentence in English.', resolve: (message) => messageText(message) }),
    }),
  });
}
