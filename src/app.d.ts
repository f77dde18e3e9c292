import type { NoticeBoard } from '#boards/notices/board.ts';
import type { House } from '#boards/programme/house.ts';
import type { Backstage } from '#platform/backstage.ts';
import type { SignedIn } from '#platform/identity/sign-ins.server.ts';
import type { Shell } from '#ui/shell.ts';
import type { PageLanguage } from '#registry/text.ts';

declare global {
  namespace App {
    /** Given by the server with every request. */
    interface Platform {
      house: House;
      /** What was issued as notices; a preview has none. */
      notices?: NoticeBoard;
      /** What people at work need; a server of public pages alone (previews, mirrors) has none. */
      backstage?: Backstage;
    }
    interface Locals {
      language: PageLanguage;
      /** Looked up for pages that are not the same for everybody; `null` elsewhere. */
      signedIn: SignedIn | null;
    }
    interface PageData {
      shell?: Shell;
      language?: PageLanguage;
    }
  }
}
