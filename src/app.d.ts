import type { House } from '#boards/programme/house.ts';
import type { Shell } from '#ui/shell.ts';
import type { PageLanguage } from '#registry/text.ts';

declare global {
  namespace App {
    /** Given by the server with every request. */
    interface Platform {
      house: House;
    }
    interface Locals {
      language: PageLanguage;
    }
    interface PageData {
      shell?: Shell;
      language?: PageLanguage;
    }
  }
}
