//! One Web Worker: start, post, listen.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, Event, File, MessageEvent, WorkerOptions, WorkerType};

use super::{App, hear, stopped};
use crate::ui::browser::{later, listen, of_boot};
use worker_protocol::{Request, Response, encode};

/// Handle of a running Web Worker. Dropping it terminates the worker.
pub(super) struct Worker {
    /// Unique number.
    pub(super) number: u32,
    port: web_sys::Worker,
    /// Messages to post once the worker is ready; `None` from then on.
    unsaid: Rc<RefCell<Option<Vec<Array>>>>,
}

thread_local! {
    static STARTED: Cell<u32> = const { Cell::new(0) };
}

impl Worker {
    /// Starts one. `None`, and the reader is told, where the browser refuses.
    pub(super) fn start(app: App) -> Option<Self> {
        let number = STARTED.replace(STARTED.get() + 1);
        let Some(worker) = run() else {
            // Told once the caller knows that there is none.
            later(std::time::Duration::ZERO, Box::new(move || stopped(app, number)));
            return None;
        };
        let unsaid = Rc::new(RefCell::new(Some(Vec::new())));
        let started = Self { number, port: worker.clone(), unsaid: Rc::clone(&unsaid) };
        let ready = encode(&Response::Ready);
        let port = worker.clone();
        let on_message = move |event: Event| {
            let message = event.unchecked_into::<MessageEvent>().data().unchecked_into::<Array>();
            let bytes = message.get(0).unchecked_into::<Uint8Array>().to_vec();
            if bytes == ready {
                for message in unsaid.take().into_iter().flatten() {
                    port.post_message(&message).ok();
                }
            } else {
                hear(app, number, &bytes, message.get(1).dyn_into::<Blob>().ok());
            }
        };
        listen(&worker, "message", Box::new(on_message));
        listen(&worker, "error", Box::new(move |_| stopped(app, number)));
        Some(started)
    }

    /// Says something to it; if it does not listen yet, as soon as it does.
    pub(super) fn post(&self, request: &Request, files: &[File]) {
        let message = message(request, files);
        match &mut *self.unsaid.borrow_mut() {
            Some(unsaid) => unsaid.push(message),
            None => {
                self.port.post_message(&message).ok();
            }
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.port.terminate();
    }
}

/// A browser's worker with the client's script.
fn run() -> Option<web_sys::Worker> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    web_sys::Worker::new_with_options(&of_boot("data-worker"), &options).ok()
}

/// The bytes of the message, and the files behind them.
fn message(request: &Request, files: &[File]) -> Array {
    let message = Array::of1(&Uint8Array::from(encode(request).as_slice()));
    for file in files {
        message.push(file);
    }
    message
}
