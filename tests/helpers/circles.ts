/**
 * Groups of names that reach each other (Tarjan's strongly connected components of more than one name), each sorted.
 * `edges` has what each name leads to; names without an entry lead nowhere.
 */
export function circlesOf(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const numbers = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];

  const visit = (name: string): number => {
    const number = numbers.size;
    numbers.set(name, number);
    lowest.set(name, number);
    stack.push(name);
    for (const next of edges.get(name) ?? []) {
      if (!edges.has(next)) continue;
      if (!numbers.has(next)) lowest.set(name, Math.min(lowest.get(name) ?? number, visit(next)));
      else if (stack.includes(next))
        lowest.set(name, Math.min(lowest.get(name) ?? number, numbers.get(next) ?? number));
    }
    if (lowest.get(name) === number) {
      const circle = stack.splice(stack.indexOf(name));
      if (circle.length > 1) circles.push(circle.sort());
    }
    return lowest.get(name) ?? number;
  };

  for (const name of edges.keys()) if (!numbers.has(name)) visit(name);
  return circles;
}
