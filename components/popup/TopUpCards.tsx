import type { Glance } from '../../utils/domain/glance.ts';
import type { PageActions } from './page-actions.ts';
import { TopUpCard } from './TopUpCard.tsx';

interface TopUpCardsProps {
  glance: Glance;
  actions: PageActions;
  onHelpWith: (lineId: string) => void;
}

/** The top-ups of all lines that are on their way or whose outcome was not closed yet. */
export function TopUpCards({ glance, actions, onHelpWith }: TopUpCardsProps) {
  const several = glance.lines.length > 1;
  return (
    <>
      {glance.lines.map(
        ({ id, name, topUp }) =>
          topUp && (
            <TopUpCard
              key={topUp.id}
              topUp={topUp}
              lineName={several ? name : null}
              actions={actions}
              help={() => onHelpWith(id)}
            />
          ),
      )}
    </>
  );
}
