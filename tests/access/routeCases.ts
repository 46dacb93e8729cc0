import type { Things } from './things.ts';

/**
 * Who may send what to each path that the server answers: one entry for each entry of its routing table
 * (server/http/server.ts). The walk (routes.test.ts) fails for a path that is missing here. To add yours: requests that
 * it answers, each with the least role in the project that may send it; SOMEBODY for any viewer, ANYBODY for strangers
 * too, NOBODY for what it answers to none. `path` is made of ids of things: the walk also asks with foreign ids and with
 * those of nothing, and compares the answers.
 */
export interface RouteRequest {
  readonly needs: 'ANYBODY' | 'SOMEBODY' | 'VIEWER' | 'EDITOR' | 'NOBODY';
  readonly method: string;
  readonly path: (things: Things) => string;
  readonly headers?: (things: Things) => Readonly<Record<string, string>>;
  readonly body?: string;
}

const JSON_TYPE = () => ({ 'content-type': 'application/json' });
const TUS = { 'tus-resumable': '1.0.0' };
const fixed = (path: string) => () => path;
const openUpload = ({ openUpload: id }: Things) => `/uploads/${id}`;
const download = (file: string) => (things: Things) => `/downloads/imports/${things.import}/${file}`;

export const ROUTE_CASES: Readonly<Record<string, readonly RouteRequest[]>> = {
  '/health/live': [{ needs: 'ANYBODY', method: 'GET', path: fixed('/health/live') }],
  '/health/ready': [{ needs: 'ANYBODY', method: 'GET', path: fixed('/health/ready') }],
  // For this machine, or with a token of its own: tests/metrics.
  '/metrics': [{ needs: 'ANYBODY', method: 'GET', path: fixed('/metrics') }],
  // What lets people in is for strangers; a sign-in that fails is one of signIn.test.ts.
  '/api/auth/sign-in/email': [{ needs: 'NOBODY', method: 'GET', path: fixed('/api/auth/sign-in/email') }],
  '/api/auth/sign-out': [
    { needs: 'ANYBODY', method: 'POST', path: fixed('/api/auth/sign-out'), headers: JSON_TYPE, body: '{}' },
  ],
  '/api': [
    { needs: 'NOBODY', method: 'GET', path: fixed('/api/auth/get-session') },
    { needs: 'NOBODY', method: 'POST', path: fixed('/api/auth/sign-up/email'), headers: JSON_TYPE, body: '{}' },
    { needs: 'NOBODY', method: 'POST', path: fixed('/api/auth/update-user'), headers: JSON_TYPE, body: '{}' },
  ],
  '/uploads': [
    {
      needs: 'EDITOR',
      method: 'POST',
      path: fixed('/uploads'),
      headers: ({ project }) => ({ ...TUS, 'upload-length': '5', 'upload-metadata': `projectId ${btoa(project)}` }),
    },
    { needs: 'EDITOR', method: 'HEAD', path: openUpload, headers: () => TUS },
    {
      needs: 'EDITOR',
      method: 'PATCH',
      path: openUpload,
      headers: () => ({ ...TUS, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }),
      body: 'name',
    },
    { needs: 'NOBODY', method: 'GET', path: openUpload },
    { needs: 'EDITOR', method: 'DELETE', path: openUpload, headers: () => TUS },
  ],
  '/downloads': ['failed-rows.csv', 'failed-rows.jsonl', 'audit-trail.csv', 'audit-trail.jsonl'].map((file) => ({
    needs: 'VIEWER',
    method: 'GET',
    path: download(file),
  })),
  '/templates': [{ needs: 'SOMEBODY', method: 'GET', path: fixed('/templates/people.csv') }],
  '/graphql': [
    // What it answers to whom is the walk over the schema, which a stranger may read.
    {
      needs: 'ANYBODY',
      method: 'POST',
      path: fixed('/graphql'),
      headers: JSON_TYPE,
      body: '{"query":"{ __typename }"}',
    },
  ],
  // The console's page, for the sign-in.
  '/': [
    { needs: 'ANYBODY', method: 'GET', path: fixed('/') },
    { needs: 'NOBODY', method: 'POST', path: fixed('/') },
  ],
};
