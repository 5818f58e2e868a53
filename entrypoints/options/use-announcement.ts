import { useEffect, useState } from 'preact/hooks';

interface Announcement {
  text: string;
  /** the section it leads to has been opened */
  arrived: boolean;
}

const NOTHING: Announcement = { text: '', arrived: false };

/** What was done last: it stays in sight in the section that it leads to, and goes with that section. */
export function useAnnouncement(hash: string): { said: string; announce: (sentence: string) => void } {
  const [said, setSaid] = useState(NOTHING);
  useEffect(() => {
    setSaid((now) => (now.arrived || now.text === '' ? NOTHING : { ...now, arrived: true }));
  }, [hash]);
  return { said: said.text, announce: (text) => setSaid({ text, arrived: false }) };
}
