/** Edges of the panels, and hiding them. */
export interface PanelsMessages {
  resizeMenu: string;
  resizeList: string;
  resizeContact: string;
  list: string;
  hideList: string;
  showList: string;
}
