import { trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Teardown } from '../setup/teardown.ts';

/** Sends spans to an OpenTelemetry collector over OTLP/HTTP, where one is configured. */
export function startTelemetry(endpoint: string | null, teardown: Teardown): void {
  if (endpoint === null) return;
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
  const provider = new TracerProvider({ spanProcessors: [new BatchSpanProcessor({ exporter })] });
  trace.setGlobalTracerProvider(provider);
  teardown.add('Telemetry', async () => {
    trace.disable();
    await provider.shutdown();
  });
}
