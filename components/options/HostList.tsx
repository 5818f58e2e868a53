import { useId } from 'preact/hooks';

export interface HostListProps {
  title: string;
  hosts: readonly string[];
  /** said in place of an empty list */
  none?: string;
}

/** Host names in letters that can be told apart, under the words that say what they are for. */
export function HostList({ title, hosts, none }: HostListProps) {
  const id = useId();
  return (
    <div class="host-list">
      <p id={id} class="small soft">
        {title}
      </p>
      {hosts.length === 0 && <p>{none}</p>}
      <ul aria-labelledby={id}>
        {hosts.map((host) => (
          <li key={host}>
            <bdi class="host" dir="ltr">
              {host}
            </bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
