import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { useCheckAuth, useLogin } from 'react-admin';
import { useLocation, useNavigate } from 'react-router-dom';
import { isRecord } from '../plugin/api/json.ts';
import { useErrorText } from '../plugin/messages/useErrorText.ts';
import { SESSION_OVER } from './authProvider.ts';
import { useSessionElsewhere } from './useSessionChannel.ts';

export type SignInState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'signingIn' }
  | { readonly kind: 'refused'; readonly message: string };

interface SignInControl {
  readonly state: SignInState;
  /** Whether the user was signed in until just now. */
  readonly isOver: boolean;
  readonly submit: (event: FormEvent<HTMLFormElement>) => void;
}

/** The sign-in form's state; who is signed in already, or signs in in another tab, is sent on. */
export function useSignIn(): SignInControl {
  const login = useLogin();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const checkAuth = useCheckAuth();
  const { search, state: returnTo } = useLocation();
  const [state, setState] = useState<SignInState>({ kind: 'asking' });
  const goOn = useCallback(() => {
    checkAuth({}, false).then(
      () => navigate(addressOf(returnTo)),
      () => {},
    );
  }, [checkAuth, navigate, returnTo]);
  useEffect(goOn, [goOn]);
  useSessionElsewhere('opened', goOn);

  return {
    state,
    isOver: new URLSearchParams(search).has(SESSION_OVER),
    submit(event) {
      event.preventDefault();
      const form = new FormData(event.currentTarget);
      setState({ kind: 'signingIn' });
      login({ email: String(form.get('email')), password: String(form.get('password')) }).catch((error: unknown) =>
        setState({ kind: 'refused', message: errorText(error) }),
      );
    },
  };
}

/** The address that react-admin saved before the sign-in page. */
function addressOf(returnTo: unknown): string {
  if (!isRecord(returnTo) || typeof returnTo.nextPathname !== 'string') return '/';
  return returnTo.nextPathname + (typeof returnTo.nextSearch === 'string' ? returnTo.nextSearch : '');
}
