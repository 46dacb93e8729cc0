import { type Attributes, SpanStatusCode, trace } from '@opentelemetry/api';

/**
 * Runs `work` in a span of that name; its failure is the span's. Without a configured OpenTelemetry SDK this costs a
 * function call. Attributes carry ids and numbers, never values of rows.
 */
export function inSpan<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  return trace.getTracer('sluice').startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'unknown' });
      throw error;
    } finally {
      span.end();
    }
  });
}
