import {css} from 'lit';

export const styles = css`
  :host {
    display: contents;
  }

  dialog {
    inline-size: 100vi;
    max-inline-size: none;
    block-size: 100vb;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    overflow: hidden;
    background: var(--_color-canvas);
    color: var(--_color-text);
  }

  dialog[open] {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    animation: appear var(--_motion-panel) var(--_motion-ease);
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  header {
    display: flex;
    align-items: center;
    gap: 4px;
    min-block-size: 48px;
    padding-inline: 20px 12px;
    border-block-end: 1px solid var(--_color-line);
  }

  header p {
    display: flex;
    flex: 1;
    align-items: baseline;
    gap: 12px;
    min-inline-size: 0;
  }

  .name {
    font-weight: var(--_font-weight-strong);
  }

  .position {
    flex: none;
    color: var(--_color-text-muted);
    font-size: var(--_font-size-sm);
    font-variant-numeric: tabular-nums;
  }

  .stage {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 8px;
    min-block-size: 0;
    padding: 12px;
  }

  .place {
    display: grid;
    grid-column: 2;
    place-items: center;
    block-size: 100%;
    min-block-size: 0;
  }

  img {
    max-inline-size: 100%;
    max-block-size: 100%;
    border-radius: var(--_radius-sm);
    background: var(--_color-surface);
    object-fit: contain;
  }

  .step {
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
  }

  .told {
    display: grid;
    justify-items: center;
    gap: 8px;
    color: var(--_color-text-muted);
  }

  @media (width < 520px) {
    .stage {
      grid-template: minmax(0, 1fr) auto / 1fr 1fr;
      padding: 8px;
    }

    .place {
      grid-area: 1 / 1 / 2 / -1;
    }

    .step {
      grid-row: 2;
      justify-self: center;
    }
  }
`;
