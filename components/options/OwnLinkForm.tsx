import { useState } from 'preact/hooks';
import { OwnLinkFields } from './OwnLinkFields.tsx';
import { type Outcome, SAID_AT_INPUT } from './outcome.ts';
import { SaveForm } from './SaveForm.tsx';
import { focusLinkProblem, linkProblem } from './typed-link.ts';

export interface OwnLinkFormProps {
  /** null = none is kept */
  url: string | null;
  onSave: (url: string | null) => Promise<Outcome>;
}

/** Changes the top-up page of a line; an empty address takes it away. */
export function OwnLinkForm({ url, onSave }: OwnLinkFormProps) {
  const [link, setLink] = useState({ url: url ?? '', confirmed: url !== null });
  const [tried, setTried] = useState(false);
  const save = async () => {
    setTried(true);
    const problem = linkProblem(link);
    if (problem === null) return onSave(link.url.trim() === '' ? null : link.url.trim());
    focusLinkProblem(link);
    return SAID_AT_INPUT;
  };
  return (
    <SaveForm onSave={save}>
      <OwnLinkFields link={link} onChange={setLink} tried={tried} />
    </SaveForm>
  );
}
