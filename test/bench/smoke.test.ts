import { otherBenchmarks } from './benchmarks';
import { measuredSomething } from './measuredSomething';

describe('The benchmarks, with the least that they can do', function () {
  this.timeout(120_000);

  for (const benchmark of otherBenchmarks) it(`${benchmark.name} can be run`, () => measuredSomething(benchmark));
});
