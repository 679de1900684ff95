//! Event loop of the worker: decodes a [`Request`] with its attached files, and posts each [`Response`].
//!
//! The parts of an exported file are collected here outside of WebAssembly memory and posted as one [`Blob`], which is
//! not copied.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, DedicatedWorkerGlobalScope, MessageEvent};
use worker::Worker;
use worker_protocol::{Request, Response, decode, encode};

/// Handles messages until the worker ends.
pub(crate) fn listen() {
    let worker = Rc::new(RefCell::new(Worker::new()));
    let hear = move |event: MessageEvent| {
        let worker = Rc::clone(&worker);
        spawn_local(async move {
            let message: Array = event.data().unchecked_into();
            let bytes = message.shift().unchecked_into::<Uint8Array>().to_vec();
            let files = read(&message).await;
            let mut worker = worker.borrow_mut();
            if let Some(request) = decode::<Request>(&bytes) {
                match files {
                    Ok(files) => worker.answer(request, files, &mut |answer| post(&answer)),
                    Err(unreadable) => post(&worker.unreadable(&request, &unreadable)),
                }
            }
        });
    };
    let hear = Closure::<dyn Fn(MessageEvent)>::new(hear);
    scope().set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    post(&Response::Ready);
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// Contents of all files, in order; or the name of the first one that cannot be read.
async fn read(files: &Array) -> Result<Vec<Vec<u8>>, String> {
    let mut read = Vec::new();
    for (place, file) in files.iter().enumerate() {
        let percent = (place * 100 / files.length() as usize) as u32;
        post(&Response::Progress { doing: "Reading".to_owned(), percent });
        let file: web_sys::File = file.unchecked_into();
        let Ok(buffer) = JsFuture::from(file.unchecked_ref::<Blob>().array_buffer()).await else {
            return Err(file.name());
        };
        read.push(Uint8Array::new(&buffer.unchecked_into::<ArrayBuffer>()).to_vec());
    }
    Ok(read)
}

thread_local! {
    /// Pieces of the file that is being written.
    static PIECES: RefCell<Array> = RefCell::new(Array::new());
}

fn post(answer: &Response) {
    let message = match answer {
        Response::Piece(bytes) => {
            if let Ok(piece) = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes.as_slice()))) {
                PIECES.with_borrow(|pieces| pieces.push(&piece));
            }
            return;
        }
        Response::File { media, .. } => {
            let kind = BlobPropertyBag::new();
            kind.set_type(media);
            let pieces = PIECES.replace(Array::new());
            let file = Blob::new_with_blob_sequence_and_options(&pieces, &kind);
            Array::of2(&Uint8Array::from(encode(answer).as_slice()), &file.map_or(JsValue::NULL, JsValue::from))
        }
        Response::Ready
        | Response::Page { .. }
        | Response::Progress { .. }
        | Response::Opened(_)
        | Response::Refused(_)
        | Response::Checked
        | Response::Unread(_)
        | Response::Cited { .. }
        | Response::Report(_) => Array::of1(&Uint8Array::from(encode(answer).as_slice())),
    };
    // Transferred values need not be copied. The browser refuses only values that cannot be cloned; bytes and blobs can
    // be.
    let buffer = message.get(0).unchecked_into::<Uint8Array>().buffer();
    scope().post_message_with_transfer(&message, &Array::of1(&JsValue::from(buffer))).ok();
}
