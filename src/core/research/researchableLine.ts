/** Something in a line of a file that people look up. */
export interface ResearchableLine {
  readonly kind: 'dependency' | 'todo' | 'trace';
  readonly text: string;
}

/** A longer line is no note of a person. UTF-16 units. */
const longest = 500;

/** A dependency with its version, by the name of the file that lists it. */
const dependencies: Readonly<Record<string, RegExp>> = {
  'package.json': /^\s*"(@?[\w./-]+)"\s*:\s*"([~^>=<]*\d[^"]*)"/,
  'requirements.txt': /^\s*([A-Za-z][\w.-]*)\s*((?:[~=<>!]=?|===)\s*\d[\w.*]*)/,
  'Cargo.toml': /^\s*([A-Za-z][\w-]*)\s*=\s*(?:\{.*version\s*=\s*)?"([~^=<>]*\d[^"]*)"/,
  'go.mod': /^\s*(?:require\s+)?([\w.-]+\.[\w./-]+)\s+(v\d\S*)/,
  'pyproject.toml': /^\s*"?([A-Za-z][\w.-]*)\s*(?:=\s*"|)([~^=<>]=?\s*\d[^",]*)/,
};

/** Finds what in a line can be researched: a dependency, a note to do, or an error of a stack trace. */
export function researchableLine(line: string, fileName: string): ResearchableLine | undefined {
  if (line.length > longest) return undefined;
  const [, name, version] = dependencies[fileName]?.exec(line) ?? [];
  if (name !== undefined && version !== undefined && name !== 'version') {
    return { kind: 'dependency', text: `${name} ${version}` };
  }
  const todo = /\b(?:TODO|FIXME|XXX|HACK)\b[\s:(]*([^\s:(](?:.*\S)?)/
    .exec(line)?.[1]
    ?.replace(/\s*(?:\*\/|-->)\s*$/, '');
  if (todo) return { kind: 'todo', text: todo };
  const trace =
    /^\s*((?:Uncaught |Caused by: |Exception in thread "[^"]*" )?(?:[\w$]+\.)*[A-Z]\w*(?:Error|Exception)\b.*)$/.exec(
      line,
    );
  return trace?.[1] === undefined ? undefined : { kind: 'trace', text: trace[1].trim() };
}
