import { useEffect } from 'react';
import { useLogoutIfAccessDenied } from 'react-admin';
import { isSignedOut } from '../../api/errors.ts';

/** When the viewer's session ends, goes to the sign-in page, and from there back to the page. */
export function useSignOutOnRefusal(error: unknown): void {
  const logoutIfAccessDenied = useLogoutIfAccessDenied();
  useEffect(() => {
    if (isSignedOut(error)) void logoutIfAccessDenied(error);
  }, [error, logoutIfAccessDenied]);
}
