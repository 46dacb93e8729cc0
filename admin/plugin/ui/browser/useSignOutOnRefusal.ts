import { useEffect } from 'react';
import { useLogoutIfAccessDenied } from 'react-admin';
import { isSignedOut } from '../../api/errors.ts';

/** A session that ended while one worked leads to the sign-in page, and from there back to where one was. */
export function useSignOutOnRefusal(error: unknown): void {
  const logoutIfAccessDenied = useLogoutIfAccessDenied();
  useEffect(() => {
    if (isSignedOut(error)) void logoutIfAccessDenied(error);
  }, [error, logoutIfAccessDenied]);
}
