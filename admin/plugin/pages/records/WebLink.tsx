import { Link } from '@mui/material';

/** An address of somebody else's: a link where it is one, and never one that runs something here. */
export function WebLink({ url }: { url: string }) {
  if (!/^https?:\/\//i.test(url)) return url;
  return (
    <Link href={url} target="_blank" rel="noopener noreferrer">
      {url}
    </Link>
  );
}
