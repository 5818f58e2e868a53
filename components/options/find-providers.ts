interface Findable {
  id: string;
  name: string;
  keywords: readonly string[];
}

/** Without accents, case and width, so that `telekom` finds `Télékom`. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Those in whose name, id or keywords every word of the query is found; their order stays. */
export function findProviders<P extends Findable>(providers: readonly P[], query: string): P[] {
  const wanted = plain(query).split(/\s+/).filter(Boolean);
  return providers.filter(({ id, name, keywords }) => {
    const told = plain([id, name, ...keywords].join(' '));
    return wanted.every((word) => told.includes(word));
  });
}
