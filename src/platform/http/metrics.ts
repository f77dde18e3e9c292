/** What happens, counted, in the text format of Prometheus. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  count(status: number): void;
  /** Starts a rendering's clock; call what it gives when the page is there. */
  rendering(): () => void;
  text(): Promise<string>;
}

export function createMetrics(store: () => { pages: number; bytes: number }): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Counter({ name: 'everforum_requests_total', help: 'Answers sent, by status', labelNames: ['status'], registers });
  const renderings = new Histogram({
    name: 'everforum_rendering_seconds',
    help: 'Time to render a page that was not stored',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers,
  });
  new Gauge({
    name: 'everforum_stored_pages',
    help: 'Pages kept in memory',
    registers,
    collect() {
      this.set(store().pages);
    },
  });
  new Gauge({
    name: 'everforum_stored_bytes',
    help: 'Bytes of the pages kept in memory',
    registers,
    collect() {
      this.set(store().bytes);
    },
  });
  // A labelled counter looks its labels up on every call; a page's answer has no time for that.
  const byStatus = new Map<number, { inc(): void }>();
  return {
    count(status) {
      let counter = byStatus.get(status);
      if (!counter) byStatus.set(status, (counter = requests.labels(String(status))));
      counter.inc();
    },
    rendering: () => renderings.startTimer(),
    text: () => registry.metrics(),
  };
}
