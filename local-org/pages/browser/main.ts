import { createElement } from 'lwc';
import App from 'shell/app';

document.getElementById('local-org-app')?.replaceChildren(createElement('shell-app', { is: App }));
