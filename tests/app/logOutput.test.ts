import { expect, it } from 'vitest';
import { createLogOutput } from '../../server/app/logger.ts';

/** A disk that takes so many bytes before it is full, and a pipe that takes none for so many tries. */
function device() {
  const state = { room: Number.POSITIVE_INFINITY, busy: 0, written: '' };
  const write = (_fd: number, bytes: Uint8Array): number => {
    if (state.busy > 0) {
      state.busy -= 1;
      throw Object.assign(new Error('try again'), { code: 'EAGAIN' });
    }
    if (state.room === 0) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const taken = bytes.subarray(0, Math.min(state.room, 10));
    state.room -= taken.length;
    state.written += Buffer.from(taken).toString();
    return taken.length;
  };
  return { state, output: createLogOutput({ write }) };
}

it('loses what a full disk does not take, and says how much once there is room', () => {
  const { state, output } = device();
  output.write('{"msg":"one"}\n');
  state.room = 5;
  output.write('{"msg":"two"}\n');
  output.write('{"msg":"three"}\n');
  state.room = Number.POSITIVE_INFINITY;
  output.write('{"msg":"four"}\n');
  output.write('{"msg":"five"}\n');
  const lines = state.written.trim().split('\n');
  expect(lines.filter((line) => !line.includes('lost'))).toEqual([
    '{"msg":"one"}',
    '{"msg',
    '{"msg":"four"}',
    '{"msg":"five"}',
  ]);
  expect(JSON.parse(lines[2] ?? '')).toMatchObject({
    ...{ level: 40, lost: 2, code: 'ENOSPC', msg: 'lines of the log could not be written' },
  });
});

it('waits a little for the reader of a full pipe, and not again once that was in vain', () => {
  const { state, output } = device();
  state.busy = 2;
  output.write('one\n');
  expect(state.written).toBe('one\n');
  state.busy = 1_000;
  output.write('two\n');
  const left = state.busy;
  expect(left).toBeGreaterThan(900);
  output.write('three\n');
  expect(state.busy).toBe(left - 1);
});
