using GitAIOps.RouterTrainer;

if (args is not [var phrases, var output])
{
    Console.Error.WriteLine("usage: RouterTrainer FOLDER_OF_PHRASES MODEL");
    return 2;
}

var model = Trainer.Train(PhraseBook.Read(phrases));

// Another build may read the old model while this one writes.
var unfinished = $"{output}.{Environment.ProcessId}";
using (var stream = File.Create(unfinished))
    model.Write(stream);
File.Move(unfinished, output, overwrite: true);
return 0;
