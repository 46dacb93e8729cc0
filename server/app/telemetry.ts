import { setTimeout as pause } from 'node:timers/promises';
import { trace } from '@opentelemetry/api';
import type { Teardown } from '../setup/teardown.ts';

/** So long, in ms, a stopping process waits for the collector to take the last spans: far less than it has to stop. */
const FLUSH_MS = 2_000;

/** Sends spans to an OpenTelemetry collector over OTLP/HTTP, where one is configured. */
export async function startTelemetry(
  endpoint: string | null,
  teardown: Teardown,
  flushMs: number = FLUSH_MS,
): Promise<void> {
  if (endpoint === null) return;
  // Loaded only where they are wanted: they take 40 MB.
  const [{ OTLPTraceExporter }, { BatchSpanProcessor, TracerProvider }] = await Promise.all([
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/sdk-trace'),
  ]);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/(?<!\/)\/+$/, '')}/v1/traces` });
  const provider = new TracerProvider({ spanProcessors: [new BatchSpanProcessor({ exporter })] });
  trace.setGlobalTracerProvider(provider);
  teardown.add('Telemetry', async () => {
    trace.disable();
    // A collector that is away or does not answer would be tried for 10 s.
    await Promise.race([provider.shutdown(), pause(flushMs, undefined, { ref: false })]);
  });
}
