import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useAuthProvider, useNotify, useTranslate } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import { useErrorText } from '../plugin/messages/useErrorText.ts';
import type { Sluice } from '../plugin/sluice.ts';

type Who =
  | { readonly kind: 'loading' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'signedIn'; readonly email: string };

export interface InvitationControl {
  readonly who: Who;
  readonly busy: boolean;
  /** Why it was refused, in words. */
  readonly refusal: string | null;
  /** With a new account, which is then signed in. */
  readonly join: (event: FormEvent<HTMLFormElement>) => void;
  /** With the account that is signed in. */
  readonly accept: () => void;
}

/** An invitation, by the token in the page's address. */
export function useInvitation({ api }: Sluice): InvitationControl {
  const { token = '' } = useParams();
  const translate = useTranslate();
  const notify = useNotify();
  const authProvider = useAuthProvider();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const [who, setWho] = useState<Who>({ kind: 'loading' });
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  useEffect(() => {
    api.viewer().then(
      ({ email }) => setWho(email === null ? { kind: 'nobody' } : { kind: 'signedIn', email }),
      () => setWho({ kind: 'nobody' }),
    );
  }, [api]);

  function perform(act: () => Promise<unknown>): void {
    setBusy(true);
    setRefusal(null);
    act()
      .then(() => notify(translate('sluice.invitation.accepted'), { type: 'success' }))
      .catch((error: unknown) => setRefusal(errorText(error)))
      .finally(() => setBusy(false));
  }
  return {
    who,
    busy,
    refusal,
    join(event) {
      event.preventDefault();
      const form = new FormData(event.currentTarget);
      const password = String(form.get('password'));
      const name = String(form.get('name')).trim() || null;
      perform(async () => {
        const { email } = await api.acceptInvitation({ token, name, password });
        await authProvider?.login({ email, password });
        // react-admin remembers the signed-out state and would go to the sign-in page.
        await queryClient.resetQueries();
        await navigate('/');
      });
    },
    accept: () =>
      perform(async () => {
        await api.acceptInvitation({ token });
        await queryClient.resetQueries();
        await navigate('/');
      }),
  };
}
