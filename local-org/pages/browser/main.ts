import { createElement } from 'lwc';
import App from 'shell/app';

document.getElementById('local-org-app')?.append(createElement('shell-app', { is: App }));
