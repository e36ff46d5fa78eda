import { benchmarksOfPackage } from './benchmarks';
import { measuredSomething } from './measuredSomething';
import { closeSharedProduct } from './windows';

describe('The benchmarks of the package, with the least that they can do', function () {
  this.timeout(120_000);
  after(() => closeSharedProduct());

  for (const benchmark of benchmarksOfPackage) it(`${benchmark.name} can be run`, () => measuredSomething(benchmark));
});
