import { TopUpCard } from '../../components/popup/TopUpCard.tsx';
import type { GlanceLine } from '../../utils/domain/glance.ts';
import type { PageDeps } from './page.ts';

interface LineTopUpProps {
  glance: GlanceLine;
  actions: PageDeps;
}

/** The top-up of a line, as in the popup; help with it is that of its own carrier, which the popup's page shows. */
export function LineTopUp({ glance: { id, topUp }, actions }: LineTopUpProps) {
  const help = `/popup.html?line=${encodeURIComponent(id)}&screen=help`;
  return topUp && <TopUpCard topUp={topUp} lineName={null} actions={actions} help={help} />;
}
