import {
  CreateScheduleDocument,
  type CreateScheduleInput,
  DeleteScheduleDocument,
  PauseScheduleDocument,
  ResumeScheduleDocument,
  RunScheduleDocument,
  type ScheduleAnswerFragment,
  ScheduleDocument,
  ScheduleRunsDocument,
  type ScheduleRunsQueryVariables,
  SchedulesDocument,
  type SchedulesQueryVariables,
  UpdateScheduleDocument,
  type UpdateScheduleInput,
} from '../../gql/generated/graphql.ts';
import { page, refuse } from './answers.ts';
import type { GraphqlClient } from './client.ts';
import type { Page, Schedule, ScheduleDetail, ScheduleRun } from './types.ts';

/** Queries and mutations of schedules. All throw SluiceError. */
export interface SchedulesApi {
  schedules(variables: SchedulesQueryVariables): Promise<Page<Schedule>>;
  /** Null: there is none with this id, or the viewer may not see it. */
  schedule(id: string): Promise<ScheduleDetail | null>;
  scheduleRuns(variables: ScheduleRunsQueryVariables): Promise<Page<ScheduleRun>>;
  createSchedule(input: CreateScheduleInput): Promise<ScheduleDetail>;
  updateSchedule(input: UpdateScheduleInput): Promise<ScheduleDetail>;
  pauseSchedule(id: string): Promise<ScheduleDetail>;
  resumeSchedule(id: string): Promise<ScheduleDetail>;
  deleteSchedule(id: string): Promise<ScheduleDetail>;
  runSchedule(id: string): Promise<ScheduleRun>;
}

export function schedulesApi(client: GraphqlClient): SchedulesApi {
  return {
    schedules: async (variables) => page((await client.request(SchedulesDocument, variables)).schedules),
    schedule: async (id) => (await client.request(ScheduleDocument, { id })).schedule,
    scheduleRuns: async (variables) => page((await client.request(ScheduleRunsDocument, variables)).schedule?.runs),
    createSchedule: async (input) => done((await client.request(CreateScheduleDocument, { input })).createSchedule),
    updateSchedule: async (input) => done((await client.request(UpdateScheduleDocument, { input })).updateSchedule),
    pauseSchedule: async (id) => done((await client.request(PauseScheduleDocument, { id })).pauseSchedule),
    resumeSchedule: async (id) => done((await client.request(ResumeScheduleDocument, { id })).resumeSchedule),
    deleteSchedule: async (id) => done((await client.request(DeleteScheduleDocument, { id })).deleteSchedule),
    async runSchedule(id) {
      const { runSchedule: result } = await client.request(RunScheduleDocument, { id });
      return result.__typename === 'RunScheduleSuccess' ? result.data : refuse(result);
    },
  };
}

function done(answer: ScheduleAnswerFragment): ScheduleDetail {
  return answer.__typename === 'ScheduleSuccess' ? answer.data : refuse(answer);
}
