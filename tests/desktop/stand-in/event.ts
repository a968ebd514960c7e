/** The first argument of an Electron event. */
export interface StandInEvent {
  defaultPrevented: boolean;
  preventDefault(): void;
}

/** Makes an event that a listener can prevent, with the fields of that kind of event added. */
export function createEvent<Fields extends object>(fields: Fields): StandInEvent & Fields;
export function createEvent(): StandInEvent;
export function createEvent(fields: object = {}): StandInEvent {
  return {
    ...fields,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
}
