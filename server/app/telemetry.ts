import { trace } from '@opentelemetry/api';
import type { Teardown } from '../setup/teardown.ts';

/** Sends spans to an OpenTelemetry collector over OTLP/HTTP, where one is configured. */
export async function startTelemetry(endpoint: string | null, teardown: Teardown): Promise<void> {
  if (endpoint === null) return;
  // Loaded only where they are wanted: they take 40 MB.
  const [{ OTLPTraceExporter }, { BatchSpanProcessor, TracerProvider }] = await Promise.all([
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/sdk-trace'),
  ]);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
  const provider = new TracerProvider({ spanProcessors: [new BatchSpanProcessor({ exporter })] });
  trace.setGlobalTracerProvider(provider);
  teardown.add('Telemetry', async () => {
    trace.disable();
    await provider.shutdown();
  });
}
