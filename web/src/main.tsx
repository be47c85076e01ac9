import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './tokens.css';
import './styles/fonts.css';
import './styles/base.css';
import './styles/buttons.css';
import './styles/search.css';
import './styles/controls.css';
import './styles/frame.css';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
