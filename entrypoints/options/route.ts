export type Route =
  | { section: 'lines' | 'alerts' | 'appearance' | 'data' | 'about' }
  /** null = the carrier is still to be chosen */
  | { section: 'add'; providerId: string | null }
  | { section: 'line'; lineId: string; signIn: boolean }
  | { section: 'top-up'; lineId: string };

/** What a hash leads to; one that leads nowhere leads to the lines. */
export function parseRoute(hash: string): Route {
  const [section = '', id = '', rest = ''] = hash.replace(/^#/, '').split('/').map(decode);
  switch (section) {
    case 'alerts':
    case 'appearance':
    case 'data':
    case 'about':
      return { section };
    case 'add':
      return { section, providerId: id === '' ? null : id };
    case 'line':
      return id === '' ? { section: 'lines' } : { section, lineId: id, signIn: rest === 'sign-in' };
    case 'top-up':
      return id === '' ? { section: 'lines' } : { section, lineId: id };
    default:
      return { section: 'lines' };
  }
}

/** The section of the navigation that a route belongs to. */
export function navHashOf(route: Route): string {
  const inLines = route.section === 'line' || route.section === 'top-up' || route.section === 'add';
  return inLines ? '#lines' : `#${route.section}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
