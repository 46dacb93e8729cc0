import { type FormEvent, useEffect, useState } from 'react';
import { useCheckAuth, useLogin, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';

export type SignInState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'signingIn' }
  | { readonly kind: 'refused'; readonly message: string };

/** The sign-in form's state; who is signed in already is sent on. */
export function useSignIn(): { state: SignInState; submit: (event: FormEvent<HTMLFormElement>) => void } {
  const login = useLogin();
  const translate = useTranslate();
  const navigate = useNavigate();
  const checkAuth = useCheckAuth();
  const [state, setState] = useState<SignInState>({ kind: 'asking' });

  useEffect(() => {
    checkAuth({}, false).then(
      () => navigate('/'),
      () => {},
    );
  }, [checkAuth, navigate]);

  return {
    state,
    submit(event) {
      event.preventDefault();
      const form = new FormData(event.currentTarget);
      setState({ kind: 'signingIn' });
      login({ email: String(form.get('email')), password: String(form.get('password')) }).catch((error: unknown) => {
        const message = error instanceof Error ? error.message : 'sluice.console.wrong';
        setState({ kind: 'refused', message: translate(message, { _: message }) });
      });
    },
  };
}
