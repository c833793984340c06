type Search = Record<string, unknown>;

/** A search parameter that is any text; left out when empty. */
export function parseText<Name extends string>(search: Search, name: Name): { [Key in Name]?: string } {
  const value = search[name];
  // The router parses numbers out of the address, for example a search for `12`.
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text !== '' ? ({ [name]: text } as { [Key in Name]?: string }) : {};
}

/** A search parameter that is one of a few words; anything else is left out. */
export function parseChoice<Name extends string, const Choice extends string>(
  search: Search,
  name: Name,
  choices: readonly Choice[],
): { [Key in Name]?: Choice } {
  const choice = choices.find((candidate) => candidate === search[name]);
  return choice === undefined ? {} : ({ [name]: choice } as { [Key in Name]?: Choice });
}
