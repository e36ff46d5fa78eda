export type Unit =
  | 'ms'
  | 's'
  | 'kB'
  | 'MiB'
  | 'bytes'
  | 'calls'
  | 'requests'
  | 'events/s'
  | 'frames'
  | 'elements'
  | '%';

/** One line of the table: many measurements of one thing. */
export interface Figure {
  readonly what: string;
  readonly unit: Unit;
  readonly samples: readonly number[];
  /** The most that the median should be. It is shown, not asserted: how fast a machine is says nothing about the code. */
  readonly goal?: number;
  /** What it is compared with, measured in turn with it. */
  readonly against?: Figure;
}

export interface Benchmark {
  readonly name: string;
  readonly title: string;
  run(): Promise<readonly Figure[]>;
}
